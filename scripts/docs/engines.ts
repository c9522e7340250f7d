import type { Engine, Feature, Features, Support } from '../../lib/workloads/shared/engine';

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
