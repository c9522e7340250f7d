import type { MlApp } from '../lib';
import { synth } from '../scripts/command/synth';
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

synth(SCENARIOS, process.argv.slice(2));
