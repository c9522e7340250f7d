import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Image, readImage } from './image';
import { launch, type Running } from './process';

export interface Applicant {
  readonly income: number;
  readonly debt: number;
  readonly age: number;
  readonly history_score: number;
}

export interface Reference {
  readonly version: string;
  readonly auc: number;
  readonly mean: number[];
  readonly scale: number[];
  readonly weights: number[];
  readonly intercept: number;
}

/** Runs something in the image, as its user, beside the service. */
export function runInImage(argv: string[], image: Image = readImage()): Running {
  const { env, workdir, user, group, binds, sandboxed, python } = image;
  return launch({
    argv,
    env: { ...env, HOME: '/tmp' },
    workdir,
    user,
    group,
    binds,
    scratch: ['/tmp'],
    sandboxed,
    python,
  });
}

/** The numbers of the model that the image holds, read by a script that shares no code with the service. */
export async function readReference(): Promise<Reference> {
  const script = readFileSync(join(__dirname, 'reference.py'), 'utf8');
  const running = runInImage(['python', '-c', script, '/app/models/credit_risk.joblib']);
  if ((await running.ended) !== 0) throw new Error(running.output);
  return JSON.parse(running.output);
}

/** A logistic regression by hand: the sum of weight times standardized feature, through the logistic function. */
export function probabilityByHand({ mean, scale, weights, intercept }: Reference, applicant: Applicant): number {
  const { income, debt, age, history_score } = applicant;
  const features = [Math.log(income + 1), Math.log(1 + debt / (income + 1)), age, history_score];
  const terms = features.map((feature, index) => (weights[index] * (feature - mean[index])) / scale[index]);
  const logit = terms.reduce((sum, term) => sum + term, intercept);
  return 1 / (1 + Math.exp(-logit));
}
