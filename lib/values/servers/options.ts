/** What every kind of server can be told. */
export interface ServerOptions {
  /**
   * Further environment variables of the server, over those that the library gives. Not for secrets.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Numeric user that the server is made to run as: `securityContext.runAsUser`, unless `PodSecurity` says otherwise.
   * Never 0.
   *
   * @default - the one that the image is made for, see docs/model-servers.md; 10001 where the image says nothing
   */
  readonly user?: number;
  /**
   * Numeric group that the server is made to run as: `runAsGroup` and `fsGroup`, unless `PodSecurity` says otherwise.
   *
   * @default - `user` where that is given, else the one that the image is made for
   */
  readonly group?: number;
}

/** What every server that takes arguments can be told. */
export interface ServerArgsOptions extends ServerOptions {
  /**
   * Further arguments, after those that the library gives. An argument that the library gives by itself is refused here.
   *
   * @default - none
   */
  readonly args?: string[];
}
