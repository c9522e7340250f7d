import { SERVING_ENGINES } from '../lib/workloads/model-service/engines/serving-engine';
import { SERVING_FEATURES } from '../lib/workloads/model-service/features';
import type { Engine, Feature, Features, Support } from '../lib/workloads/shared/engine';
import { TRAINING_ENGINES } from '../lib/workloads/training-job/engines/training-engine';
import { TRAINING_FEATURES } from '../lib/workloads/training-job/features';

/** The page that says what each engine of each workload can do. */
export function enginesPage(): string {
  return `<!-- Made by scripts/engines-page.ts from the tables of the engines. Change an engine, then run: npm run docs -->

# Engines

A workload describes what runs. Its prop \`engine\` chooses the system that runs it. The same props mean the same thing on
each engine. What an engine cannot do is an error that names the prop, the reason, and the engines that can.

## ModelService

${section(SERVING_ENGINES, SERVING_FEATURES)}

## TrainingJob

${section(TRAINING_ENGINES, TRAINING_FEATURES)}
`;
}

function section<Plan, Name extends string>(
  engines: readonly Engine<Plan, Name>[],
  features: Features<Plan, Name>,
): string {
  const rows = Object.entries<Feature<Plan>>(features).map(([name, { title, prop }]) => {
    const cells = engines.map(({ can }) => cell(can[name as Name]));
    return `| ${title} | \`${prop}\` | ${cells.join(' | ')} |`;
  });
  const reasons = engines.flatMap(({ id, can }) =>
    Object.entries<Support>(can).flatMap(([name, support]) =>
      typeof support === 'object' ? [`| \`${id}\` | ${features[name as Name].title} | ${support.not} |`] : [],
    ),
  );
  return [
    `| feature | prop | ${engines.map(({ id }) => `\`${id}\``).join(' | ')} |`,
    `|---|---|${engines.map(() => '---|').join('')}`,
    ...rows,
    ...(reasons.length > 0 ? ['', 'Why not:', '', '| engine | feature | reason |', '|---|---|---|', ...reasons] : []),
  ].join('\n');
}

function cell(support: Support): string {
  if (support === true) return 'yes';
  return typeof support === 'string' ? `with \`${support}\`` : 'no';
}
