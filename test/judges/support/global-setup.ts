import { HAS_SCHEMAS, MUST_HAVE_SCHEMAS, SHARED } from './paths';
import { install } from './tools';

/** Installs the judges that the cache lacks; in CI a clone without the schemas stops here. */
export default function globalSetup(): void {
  if (!HAS_SCHEMAS && MUST_HAVE_SCHEMAS)
    throw new Error(`${SHARED} is missing, or holds no openapi and crds: kubeconform has no schemas to judge by`);
  if (!HAS_SCHEMAS) say(`skipped: ${SHARED} is not here, so kubeconform has no schemas to judge by`);
  install(['kubeconform', 'kube-score', 'checkov'], say);
}

function say(line: string): void {
  process.stderr.write(`judges: ${line}\n`);
}
