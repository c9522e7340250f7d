import { RULES } from './registry';

/** What a rule checks, for lists and documentation. */
export interface RuleInfo {
  /** Stable name, which findings show and the waiver annotation `cdk8s-ml.io/waive-<id>` uses. */
  readonly id: string;
  /** `error`, which fails a run, or `warning`, which is only reported. */
  readonly severity: string;
  /** The fault, in one line. */
  readonly title: string;
  /** What happens in the cluster if it is not corrected. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}

/**
 * The rules that finished manifests are checked by: `MlApp` runs them before it writes, `MlValidation` offers them to
 * `cdk8s synth`. Each is documented with examples in docs/rules.md.
 */
export class Rules {
  /** Every rule, in the order of the documentation. */
  public static all(): RuleInfo[] {
    return RULES.map(({ id, severity, title, why, fix }) => ({ id, severity, title, why, fix }));
  }

  private constructor() {}
}
