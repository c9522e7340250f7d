/** Options of a key of a ConfigMap. */
export interface ConfigMapKeyOptions {
  /**
   * Whether the container starts where the ConfigMap or its key does not exist, without the variable: `optional`.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of an amount of the container. */
export interface ResourceValueOptions {
  /**
   * Unit in which the amount is written, `divisor`, rounded up: `1` or `1m` for CPU, a power such as `1Mi` for bytes.
   *
   * @default - 1: whole cores, or bytes
   */
  readonly divisor?: string;
}
