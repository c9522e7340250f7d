import type { YamlOutputType } from 'cdk8s';
import type { Problem } from '../internal/errors';
import { RuleCheck } from './check-rules';
import { ConstructMetadata, METADATA_FILE } from './construct-metadata';
import { filesOf } from './files';
import { type ResolvedApp, type ResolvedDocument, resolveApp } from './resolve';
import type { ConfiguredApp } from './settings';
import { DOCUMENT_SEPARATOR, findUnwritable, UnwritableDocument, yamlDocument } from './yaml';

/** Where the documents of an app are written. */
export interface Target {
  readonly type: YamlOutputType;
  readonly extension: string;
  /** Whether a chart that overrides `toJson` renders its objects itself. */
  readonly useChartJson: boolean;
  /** Whether the paths of all constructs are written to a file, too. */
  readonly recordsConstructs: boolean;
  /** Writes a file from its parts. The parts are made while they are read, and all of them must be read. */
  write(name: string, parts: Iterable<string>): void;
}

/** Renders an app, writes its documents to the target and checks them by the rules. Returns the number of documents. */
export function synthesizeApp(app: ConfiguredApp, target: Target, problems: Problem[], warnings: Problem[]): number {
  const rules = new RuleCheck(app._settings);
  const rendering = new Rendering(rules);
  const resolved = resolveApp(app, target.useChartJson, problems);
  if (resolved) writeDocuments(resolved, rendering, target, problems);
  // an object that could not be rendered would be reported as missing
  if (!problems.length) rules.finish(problems, warnings);
  const reported = new Set(problems.map(({ path }) => path));
  for (const problem of rendering.unwritable) if (!reported.has(problem.path)) problems.push(problem);
  return rendering.count;
}

function writeDocuments(app: ResolvedApp, rendering: Rendering, target: Target, problems: Problem[]): void {
  const metadata = target.recordsConstructs ? new ConstructMetadata() : undefined;
  const files = filesOf(metadata?.record(app) ?? app, target.type, target.extension, problems);
  for (const { name, documents } of files) target.write(name, rendering.texts(documents));
  if (metadata) target.write(METADATA_FILE, [metadata.text]);
}

/** Turns documents into text, one after the other. */
class Rendering {
  count = 0;
  /** Values that YAML cannot represent. The rules report most of them with a better message. */
  readonly unwritable: Problem[] = [];

  constructor(private readonly rules: RuleCheck) {}

  *texts(documents: Iterable<ResolvedDocument>): Generator<string> {
    let isFirst = true;
    for (const document of documents) {
      if (!isFirst) yield DOCUMENT_SEPARATOR;
      isFirst = false;
      this.count++;
      if (typeof document.manifest === 'object' && document.manifest !== null) this.rules.add(document);
      yield this.text(document);
    }
  }

  private text({ manifest, where }: ResolvedDocument): string {
    try {
      return yamlDocument(manifest);
    } catch (error) {
      const found = error instanceof UnwritableDocument ? findUnwritable(manifest) : undefined;
      if (!found) throw error;
      const { at, got, expected } = found;
      this.unwritable.push({ path: where, prop: at, got, expected, fix: 'replace the value' });
      return '';
    }
  }
}
