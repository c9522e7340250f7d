import { Checkpoints, Distribution, MlApp, MlNamespace, TrainingInput, TrainingJob } from '../../lib';
import { ENVIRONMENTS, type EngineEnvironment } from './environments';

/** One PyTorch run on six engines: the prop `engine` is all that differs. */
export function pyTorch(): MlApp[] {
  return ENVIRONMENTS.map((environment) => {
    const app = new MlApp({ name: 'pytorch', environment });
    digits(new MlNamespace(app, 'pytorch'), environment);
    return app;
  });
}

function digits(namespace: MlNamespace, { engine }: EngineEnvironment): void {
  new TrainingJob(namespace, 'digits', {
    image: 'ghcr.io/your-org/digits:1.0.0',
    command: ['torchrun', 'train.py'],
    compute: { cpu: '2', memory: '4Gi' },
    distribution: Distribution.pyTorch({ nodes: 2, processesPerNode: 2 }),
    engine,
    inputs: [TrainingInput.claim('digits', { path: '/data', env: 'DATA_DIR' })],
    checkpoints: Checkpoints.claim({ size: '10Gi', path: '/checkpoints', resumeEnv: 'RESUME_FROM' }),
  });
}
