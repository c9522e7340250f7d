import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkov } from './checkov';
import { countOf, type Finding, type Judge } from './findings';
import { inTurns } from './in-turns';
import { kubeScore } from './kube-score';
import { kubeconform } from './kubeconform';
import { runOffline } from './offline';
import { CACHE, JUDGES, ROOT } from './paths';
import { writeStock } from './stock';
import { type Subject, subject } from './subject';
import { pathOf } from './tools';

/** A way to come to the manifests of one model service, and what the judges say of them. */
export interface Candidate {
  readonly name: string;
  /** For a line of its own. */
  readonly title: string;
  /** Undefined where what makes it is not here. */
  readonly findings?: readonly Finding[];
}

export const JUDGE_NAMES: readonly Judge[] = ['kubeconform', 'kube-score', 'checkov'];

/** The minor that all four are judged for: that of the apps. */
const MINOR = 33;

export const HELM = { name: 'helm create', title: '`helm create`, its HPA on' };
const STOCK = { name: 'cdk8s-plus', title: 'cdk8s-plus, with its defaults' };
const BY_HAND = { name: 'by hand', title: 'written by hand, as a tutorial would' };
const OURS = { name: 'ours', title: 'ours, dist/churn-predictor/prod' };

/** All but what Helm makes: that takes minutes to build Helm, and no test needs it. */
export async function compareWithoutHelm(): Promise<Candidate[]> {
  const stock = emptyFolder('stock');
  writeStock(stock);
  return inTurns<[typeof STOCK, Subject], Candidate>(
    [
      [STOCK, subject('compared/stock', stock, MINOR)],
      [BY_HAND, subject('compared/by-hand', join(JUDGES, 'by-hand'), MINOR)],
      [OURS, subject('compared/ours', join(ROOT, 'dist', 'churn-predictor', 'prod'), MINOR)],
    ],
    async ([names, manifests]) => ({ ...names, findings: await allFindings(manifests) }),
  );
}

export async function compareHelm(): Promise<Candidate> {
  const folder = emptyFolder('helm');
  const manifests = join(folder, 'manifests');
  await helm('create', join(folder, 'churn-predictor'));
  const [release, chart] = ['churn-predictor', join(folder, 'churn-predictor')];
  const yaml = await helm('template', release, chart, '--namespace', 'ml-serving', '--set', 'autoscaling.enabled=true');
  mkdirSync(manifests);
  writeFileSync(join(manifests, 'chart.yaml'), yaml);
  return { ...HELM, findings: await allFindings(subject('compared/helm', manifests, MINOR)) };
}

/** One line for each candidate; `—` where it could not be made. */
export function countsTable(candidates: readonly Candidate[]): string {
  return table(
    ['manifests of one service', ...JUDGE_NAMES],
    candidates.map(({ title, findings }) => [
      title,
      ...JUDGE_NAMES.map((judge) => (findings ? String(countOf(findings, judge)) : '—')),
    ]),
  );
}

/** One line for each check that found something anywhere: on how many objects, for each candidate. */
export function checksTable(candidates: readonly Candidate[]): string {
  const made = candidates.filter(({ findings }) => findings !== undefined);
  const all = made.flatMap(({ findings }) => findings ?? []);
  const checks = [...new Set(all.map(({ judge, check }) => `${judge} ${check}`))].sort();
  return table(
    ['check', ...made.map(({ name }) => name)],
    checks.map((check) => [nameOf(check, all), ...made.map(({ findings }) => objects(check, findings ?? []))]),
  );
}

function objects(check: string, findings: readonly Finding[]): string {
  const found = findings.filter((finding) => `${finding.judge} ${finding.check}` === check);
  return found.length === 0 ? '' : String(new Set(found.map(({ object }) => object)).size);
}

/** kube-score's ids say what they look for, those of checkov do not. */
function nameOf(check: string, findings: readonly Finding[]): string {
  if (!check.startsWith('checkov')) return check;
  const words = findings.find((finding) => `${finding.judge} ${finding.check}` === check)?.message;
  return `${check}: ${words}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

async function allFindings(manifests: Subject): Promise<Finding[]> {
  return [...(await kubeconform(manifests)), ...(await kubeScore(manifests)), ...(await checkov(manifests))];
}

async function helm(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runOffline(pathOf('helm'), args);
  if (status !== 0) throw new Error(`helm ${args[0]} ended with ${status}\n${stderr}`);
  return stdout;
}

function emptyFolder(name: string): string {
  const folder = join(CACHE, 'compared', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
