/** Which backend this build talks to. The one setting of a deployment; see docs/deploy.md. */
export type Deployment =
  | { readonly kind: 'cloudbase'; readonly env: string }
  | { readonly kind: 'server'; readonly url: string };

export const deployment: Deployment = { kind: 'cloudbase', env: 'onewhistle' };
