/** A fast network between the pods of a run. */
export interface FabricPlan {
  /** Extended resource of each pod that trains, and how many of it. */
  readonly resource: string;
  readonly count: number;
  /** Environment of the programs that train. */
  readonly env: Readonly<Record<string, string>>;
}
