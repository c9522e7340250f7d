import { snippetsIn } from '../contract/support/markdown';
import { ROOT } from '../contract/support/tree';
import { ControlPlane } from './plane/control-plane';
import { addNodes } from './plane/nodes';

/** The kubectl of docs/getting-started.md, on a cluster that has nothing but what Kubernetes brings. */

const commands = snippetsIn('docs/getting-started.md', 'sh')
  .flatMap(({ code }) => code.split('\n'))
  .filter((command) => /^kubectl .*(apply|rollout|get) /.test(command));

describe('a cluster without CRDs', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({ name: 'local', controllers: 'all', scheduler: true, kubelets: true });
    await addNodes(plane, [{ name: 'laptop', zone: 'a' }]);
  });

  afterAll(() => plane?.stop());

  it('runs every kubectl command of the page, without a warning', async () => {
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      const [, ...args] = command.replace(' dist/', ` ${ROOT}/dist/`).split(' ');
      const { code, stderr, warnings } = await plane.kubectl.run(args);
      expect({ command, code, stderr: code === 0 ? '' : stderr, warnings }).toEqual({
        command,
        code: 0,
        stderr: '',
        warnings: [],
      });
    }
  });
});
