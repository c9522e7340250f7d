import { SERVING_ENGINES } from '../../lib/workloads/model-service/engines/serving-engine';
import { SERVING_FEATURES } from '../../lib/workloads/model-service/features';
import type { Engine, Feature, Features, Support } from '../../lib/workloads/shared/engine';

/** The page with a table for each workload that has engines. */
export function enginesPage(): string {
  return `<!-- Made by scripts/docs.ts from lib/workloads. Change an engine, then run: npx tsx scripts/docs.ts -->

# Engines

An engine is the system that runs a workload. The same props mean the same thing on each. A prop that an engine cannot follow
is an error that names the engine, the reason, and the engines that can. Defaults are never refused.

A cell is \`yes\`, \`no\`, or the feature of the cluster that is needed.

## ModelService

The engine is the prop \`engine\`: ${SERVING_ENGINES.map(({ id, title }) => `\`ServingEngine.${id}()\` is ${title}`).join(', ')}.

${engineTable(SERVING_ENGINES, SERVING_FEATURES)}
`;
}

/** A table of engines and what each can do, with the reasons under it, for the docs. */
export function engineTable<Plan, Name extends string>(
  engines: readonly Engine<Plan, Name>[],
  features: Features<Plan, Name>,
): string {
  const rows = Object.entries<Feature<Plan>>(features).map(([name, feature]) => {
    const cells = engines.map((engine) => cell(engine.can[name as Name]));
    return `| ${feature.title} | \`${feature.prop}\` | ${cells.join(' | ')} |`;
  });
  const head = `| feature | prop | ${engines.map(({ id }) => `\`${id}\``).join(' | ')} |`;
  const reasons = engines.flatMap((engine) =>
    Object.entries<Support>(engine.can).flatMap(([name, support]) =>
      typeof support === 'object' ? [`- \`${engine.id}\`, ${features[name as Name].title}: ${support.not}.`] : [],
    ),
  );
  return [head, `|---|---|${engines.map(() => '---|').join('')}`, ...rows, '', ...reasons].join('\n');
}

function cell(support: Support): string {
  if (support === true) return 'yes';
  return typeof support === 'string' ? `with \`${support}\`` : 'no';
}
