import { MlApp } from '../lib';
import { churnPredictor } from './churn-predictor/main';
import { creditRisk } from './credit-risk/main';
import { llm } from './llm/main';
import { mlModel } from './ml-model/main';
import { pyTorch } from './pytorch/main';
import { training } from './training/main';

/** Every app of this repository; each makes one MlApp for each of its environments. */
const SCENARIOS: Record<string, () => MlApp[]> = {
  'churn-predictor': churnPredictor,
  'credit-risk': creditRisk,
  llm,
  'ml-model': mlModel,
  pytorch: pyTorch,
  training,
};

/** The scenarios named on the command line, or all of them. */
function chosen(names: string[]): string[] {
  const unknown = names.filter((name) => !(name in SCENARIOS));
  if (unknown.length > 0)
    throw new Error(`there is no app ${unknown.join(', ')}; there are ${Object.keys(SCENARIOS).join(', ')}`);
  return names.length > 0 ? names : Object.keys(SCENARIOS);
}

/** Synthesizes and prints what became of it; a mistake ends as its message, without a stack. */
function main(): void {
  try {
    const apps = chosen(process.argv.slice(2)).flatMap((name) => SCENARIOS[name]());
    console.log(MlApp.synthAll(apps).summary());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

main();
