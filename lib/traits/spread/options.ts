/** Options of every spread. */
export interface SpreadOptions {
  /**
   * Labels of nodes whose values are the domains, `topologyKey`.
   *
   * @default - zones and hosts; for GPU pods zones only, so that nodes with several GPUs are filled
   */
  readonly topologyKeys?: string[];
  /**
   * Largest difference in the number of pods between two domains, `maxSkew`.
   *
   * @default 1
   */
  readonly maxSkew?: number;
}

/** Options of a spread that is required. */
export interface HardSpreadOptions extends SpreadOptions {
  /**
   * Fewest domains that must exist, for every key, `minDomains`.
   *
   * @default - none
   */
  readonly minDomains?: number;
}
