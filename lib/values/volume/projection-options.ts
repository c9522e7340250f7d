import type { Duration } from 'cdk8s';

/** Options of files of a ConfigMap or a Secret in a projected volume. */
export interface ProjectedKeysOptions {
  /**
   * File to key of the object.
   *
   * @default - each key is a file of its name
   */
  readonly files?: { [file: string]: string };
}

/** Options of a token of the pod's ServiceAccount in a projected volume. */
export interface ProjectedTokenOptions {
  /** Name of the file. */
  readonly file: string;
  /**
   * Who the token is for, `audience`: whoever else gets it refuses it.
   *
   * @default - the API server
   */
  readonly audience?: string;
  /**
   * How long a token is valid, at least 10 minutes; the kubelet writes a new one before.
   *
   * @default Duration.hours(1)
   */
  readonly expiration?: Duration;
}
