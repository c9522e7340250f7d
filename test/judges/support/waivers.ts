import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Finding, type Judge, printed } from './findings';
import { JUDGES } from './paths';

/** A finding that is accepted, and why. */
export interface Waiver {
  readonly judge: Judge;
  readonly check: string;
  /** `app/environment/Kind/name`, where `*` stands for anything within one part. Each must match something. */
  readonly objects: readonly string[];
  /** Only what the judge says in these words (`*`: anything), where one check looks for several things. */
  readonly message?: string;
  readonly reason: string;
}

export interface Verdict {
  /** What nobody accepted. */
  readonly open: Finding[];
  readonly waived: Finding[];
  /** Waivers, or patterns of one, that accept nothing: what they were for is gone. */
  readonly unused: string[];
}

export const WAIVERS_FILE = join(JUDGES, 'waivers.yaml');

const FIELDS = ['judge', 'check', 'objects', 'message', 'reason'];
const WAIVABLE: readonly Judge[] = ['kube-score', 'checkov'];

/** Shorter than this is no reason, but a shrug. */
const SHORTEST_REASON = 60;

export function readWaivers(text = readFileSync(WAIVERS_FILE, 'utf8')): Waiver[] {
  const waivers: Waiver[] = parse(text) ?? [];
  const faults = waivers.flatMap((waiver, index) =>
    faultsOf(waiver).map((fault) => `waivers.yaml, number ${index + 1} (${waiver.check}): ${fault}`),
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return waivers;
}

function faultsOf(waiver: Waiver): string[] {
  const unknown = Object.keys(waiver).filter((field) => !FIELDS.includes(field));
  return [
    ...unknown.map((field) => `there is no field ${field}`),
    ...(WAIVABLE.includes(waiver.judge) ? [] : [`the findings of ${waiver.judge} cannot be waived: fix the manifest`]),
    ...(typeof waiver.check === 'string' && waiver.check ? [] : ['it names no check']),
    ...(Array.isArray(waiver.objects) && waiver.objects.length > 0 ? [] : ['it names no objects']),
    ...((waiver.reason ?? '').trim().length >= SHORTEST_REASON ? [] : ['say why, so that a reviewer is convinced']),
  ];
}

export function judged(findings: readonly Finding[], waivers: readonly Waiver[]): Verdict {
  const open = findings.filter((finding) => !waivers.some((waiver) => accepts(waiver, finding)));
  const waived = findings.filter((finding) => !open.includes(finding));
  const unused = waivers.flatMap((waiver) =>
    waiver.objects
      .filter((pattern) => !findings.some((finding) => accepts({ ...waiver, objects: [pattern] }, finding)))
      .map((pattern) => `${waiver.judge} ${waiver.check} ${pattern}`),
  );
  return { open, waived, unused };
}

export function accepts({ judge, check, objects, message }: Waiver, finding: Finding): boolean {
  return (
    judge === finding.judge &&
    check === finding.check &&
    (message === undefined || matches(message, finding.message)) &&
    objects.some((pattern) => matches(pattern, finding.object))
  );
}

function matches(pattern: string, object: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`).test(object);
}

/** What a test fails with: each open finding and each waiver that is left over. */
export function complaints({ open, unused }: Verdict): string[] {
  return [...open.map(printed), ...unused.map((waiver) => `waivers.yaml accepts what is not found: ${waiver}`)];
}
