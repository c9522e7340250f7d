/** The judges whose findings are findings about a manifest. */
export type Judge = 'kubeconform' | 'kube-score' | 'checkov';

/** One thing that a judge has against one object. */
export interface Finding {
  readonly judge: Judge;
  /** The judge's own name for what it looked for. */
  readonly check: string;
  /** `app/environment/Kind/name`. */
  readonly object: string;
  /** In the judge's words, with the container in front where it names one. */
  readonly message: string;
}

export function printed({ judge, check, object, message }: Finding): string {
  return `${object}: ${judge} ${check}: ${message}`;
}

/** How many findings the judges themselves would count: one for each check and object, whatever it says of it. */
export function countOf(findings: readonly Finding[], judge: Judge): number {
  const counted = findings.filter((finding) => finding.judge === judge);
  return new Set(counted.map(({ check, object }) => `${check} ${object}`)).size;
}

export function byName(a: Finding, b: Finding): number {
  return printed(a).localeCompare(printed(b), 'en');
}
