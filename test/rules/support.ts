import { parseAllDocuments } from 'yaml';
import { type Finding, type LocatedManifest, type RuleOptions, runRules } from '../../lib/rules/run';

/** The documents of a YAML text as the rules take them. */
export function manifests(yaml: string, file = 'manifests.yaml'): LocatedManifest[] {
  return parseAllDocuments(yaml).map((document, i) => {
    if (document.errors.length > 0) throw document.errors[0];
    return { manifest: document.toJS(), where: `${file}#${i}` };
  });
}

/** What the rules say of a YAML text, waived findings left out. */
export function check(yaml: string, options: RuleOptions = {}): Finding[] {
  return runRules(manifests(yaml), options).filter((finding) => finding.waived === undefined);
}

/** The ids of the rules that object, each once. */
export function broken(yaml: string, options: RuleOptions = {}): string[] {
  return [...new Set(check(yaml, options).map(({ rule }) => rule))].sort();
}
