/** What every kind of server can be told. */
export interface ServerOptions {
  /**
   * Further arguments, after those that the library gives.
   *
   * @default - none
   */
  readonly args?: string[];
  /**
   * Further environment variables of the server, over those that the library gives. Not for secrets.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Numeric user that the container runs as, `securityContext.runAsUser`; never 0.
   *
   * @default - the image's own where it has a numeric one, else 1000
   */
  readonly user?: number;
  /**
   * Numeric group that the container runs as, `securityContext.runAsGroup`.
   *
   * @default - the image's own where it has a numeric one, else `user`
   */
  readonly group?: number;
}
