/** Over what pods are spread, and how evenly. */
export interface SpreadOptions {
  /**
   * Node labels that name the places, `topologyKey`.
   *
   * @default - zones and hosts; for GPU pods zones only, so that nodes of 8 GPUs are filled
   */
  readonly topologyKeys?: string[];
  /**
   * Largest difference in pods between two places, `maxSkew`.
   *
   * @default 1
   */
  readonly maxSkew?: number;
}

/** A spread that pods wait for. */
export interface HardSpreadOptions extends SpreadOptions {
  /**
   * Fewest places that must exist, `minDomains`, for every key.
   *
   * @default - as many as there are
   */
  readonly minDomains?: number;
}
