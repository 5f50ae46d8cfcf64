import { deployment } from './deployment';
import { flush } from './lib/outbox';

App({
  onLaunch() {
    if (deployment.kind === 'cloudbase') wx.cloud.init({ env: deployment.env });
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) void flush();
    });
  },
  onShow() {
    void flush();
  },
});
