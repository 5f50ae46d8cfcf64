import { deployment } from './deployment';

App({
  onLaunch() {
    if (deployment.kind === 'cloudbase') wx.cloud.init({ env: deployment.env });
  },
});
