import { demandOfPod } from '../../internal/pods/pod-demand';
import type { Report } from './fault';
import type { ManifestIndex } from './manifest-index';
import type { PodRecord } from './pod-record';
import type { QuotaLine } from './quota';

/** What one pod needs of the resource that a line of a quota counts. */
export function demandOfLine(cluster: ManifestIndex, pods: PodRecord, line: QuotaLine): number {
  if (line.field === 'pods') return 1;
  const defaults = cluster.containerDefaults(pods.item.namespace);
  return demandOfPod(pods, line.field, defaults).get(line.resource) ?? 0;
}

/** True where a quota has less than what is needed. Quantities are read as floating point numbers. */
export function isShort(line: QuotaLine, needed: number): boolean {
  return needed > line.hard * (1 + 1e-9);
}

/** Reports a line of a quota that has less than what something needs. */
export function reportShort(
  report: Report,
  { item, key, resource, written }: QuotaLine,
  { needed, what, instead }: { readonly needed: number; readonly what: string; readonly instead: string },
): void {
  report({
    item,
    prop: `spec.hard[${key}]`,
    got: written,
    expected: `at least ${shownAmount(needed, resource)} for ${what}`,
    fix: `raise ${key} of ${item.title}, or ${instead}`,
  });
}

/** Pods of several roles run together, except those that run apart from the others. */
export function sumOf(sets: readonly { readonly pods: PodRecord; readonly amount: number }[]): number {
  let together = 0;
  let apart = 0;
  for (const { pods, amount } of sets)
    if (pods.separate) apart = Math.max(apart, amount);
    else together += amount;
  return Math.max(together, apart);
}

/** An amount as people read it: bytes as Gi where they are many, all else as numbers. */
export function shownAmount(amount: number, resource: string): string {
  const gibibytes = amount / 2 ** 30;
  if (/memory|storage|hugepages/.test(resource))
    return gibibytes >= 1 ? `${rounded(gibibytes)}Gi` : `${rounded(amount / 2 ** 20)}Mi`;
  return String(rounded(amount));
}

function rounded(value: number): number {
  return Math.ceil(value * 1000 - 1e-6) / 1000;
}
