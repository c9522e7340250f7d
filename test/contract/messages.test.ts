import type { Duration } from 'cdk8s';
import { Gpu, type GpuModel, MlApp, MlNamespace, ModelServer, ModelService, type ModelServiceProps } from '../../lib';
import { pages, snippetsIn } from './support/markdown';

const SERVICE: ModelServiceProps = {
  image: 'ghcr.io/your-org/churn-predictor:1.0.0',
  server: ModelServer.http({ port: 8000, healthPath: '/health' }),
  compute: { cpu: '500m', memory: '512Mi' },
};
const FROM_JSON = {
  compute: { cpu: '1', memory: 512, gpu: Gpu.nvidia({ model: 'L40S' as unknown as GpuModel }) },
  replicas: '3',
  startup: 300 as unknown as Duration,
};

/** What has to be done to get each message that a page shows, by the page. */
const MISTAKES: { [page: string]: (app: MlApp) => void } = {
  'README.md': (app) =>
    new ModelService(new MlNamespace(app, 'ml-serving'), 'churn-predictor', {
      ...SERVICE,
      image: 'ghcr.io/your-org/churn-predictor:latest',
      compute: { ...SERVICE.compute, cpuLimit: '2', memoryLimit: '256Mi' },
    }),
  // jsii hands props on in an order of its own
  'docs/python.md': (app) =>
    new ModelService(new MlNamespace(app, 'ml-serving'), 'churn-predictor', {
      compute: { ...SERVICE.compute, memoryLimit: '256Mi' },
      image: 'ghcr.io/your-org/churn-predictor',
      server: SERVICE.server,
    }),
  'docs/faults.md': (app) =>
    new ModelService(new MlNamespace(app, 'chart'), 'churn', {
      ...SERVICE,
      ...FROM_JSON,
    } as unknown as typeof SERVICE),
  'docs/synth.md': (app) => {
    const [serving, training] = ['serving', 'training'].map((name) => new MlNamespace(app, name));
    serving.addDependency(training);
    training.addDependency(serving);
    app.synth();
  },
};

const SHOWN = pages().flatMap((page) => messagesOn(page).map((message): [string, string] => [page, message]));

test('every page that shows a message is known here, and every page that is known shows one', () => {
  expect([...new Set(SHOWN.map(([page]) => page))].sort()).toEqual(Object.keys(MISTAKES).sort());
});

test.each(SHOWN)('%s shows a message as it is', (page, message) => {
  expect(() => MISTAKES[page](new MlApp())).toThrow(new Error(message));
});

function messagesOn(page: string): string[] {
  const blocks = ['', 'text'].flatMap((language) => snippetsIn(page, language));
  return blocks
    .map(({ code }) => code.replace(/^ValidationError: /, ''))
    .filter((code) => /^\S+: \d+ problems?\n/.test(code));
}
