import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, read } from '../contract/support/tree';
import { must } from './support/commands';
import { findProject, type Project } from './support/project';

/** What `pip install` brings, and what an editor and a terminal show of it. */

const project = findProject() as Project;
const suite = project ? describe : describe.skip;

suite('the Python package', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdk8s-ml-python-'));
  });

  afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

  const json = (program: string) => JSON.parse(project.must(folder, ['-c', `import json\n${program}`]));
  const runProgram = (name: string, ...lines: string[]) => {
    writeFileSync(join(folder, name), lines.join('\n'));
    return project.run(folder, [name]);
  };

  test('needs its peers, in the ranges of package.json, and the runtime of jsii', () => {
    const { peerDependencies } = JSON.parse(read('package.json'));
    const requires: string[] = json("import importlib.metadata as m\nprint(json.dumps(m.requires('cdk8s-ml')))");
    const ranges = new Map(requires.map((line) => [/^[\w-]+/.exec(line)![0], line]));
    expect([...ranges.keys()].sort()).toEqual([...Object.keys(peerDependencies), 'jsii', 'publication'].sort());
    for (const [name, range] of Object.entries<string>(peerDependencies))
      expect(ranges.get(name)).toContain(`>=${range.replace('^', '')}`);
    expect(project.must(folder, ['-m', 'pip', 'check'])).toMatch(/No broken requirements/);
  });

  test('says what it is', () => {
    const { name, version, description } = JSON.parse(read('package.json'));
    const shown = json(`
import importlib.metadata
metadata = importlib.metadata.metadata("cdk8s-ml")
print(json.dumps([metadata[key] for key in ("Name", "Version", "Summary", "License", "Description")]))`);
    expect(shown).toEqual([name, version, description, 'Apache-2.0', expect.stringMatching(/^# cdk8s-ml\n/)]);
  });

  test('holds the whole API, typed and with its documentation', () => {
    const exported = JSON.parse(read('.jsii')).types;
    const names = Object.values<any>(exported).map(({ name }) => name);
    const { missing, undocumented, typed } = json(`
import cdk8s_ml, pathlib
names = ${JSON.stringify(names)}
print(json.dumps({
    "missing": [n for n in names if n not in cdk8s_ml.__all__],
    "undocumented": [n for n, c in vars(cdk8s_ml).items() if n in cdk8s_ml.__all__ and not (c.__doc__ or c.__init__.__doc__)],
    "typed": (pathlib.Path(cdk8s_ml.__file__).parent / "py.typed").exists(),
}))`);
    expect({ missing, undocumented, typed }).toEqual({ missing: [], undocumented: [], typed: true });
  });

  test('lets a type checker find a mistake before it is run', () => {
    writeFileSync(
      join(folder, 'mistakes.py'),
      [
        'import cdk8s_plus_28 as kplus',
        'from cdk8s import App, Chart',
        'from cdk8s_ml import Compute, ModelServer, ModelService',
        'chart = Chart(App(), "chart")',
        'model = ModelService(chart, "churn", image="churn:1.0.0", server=ModelServer.http(port=1, health_path="/"), compute=Compute(cpu=1, memory="1Gi"))',
        'model.markHasAutoscaler()',
        'ModelService(chart, "other", image="churn:1.0.0", server=ModelServer.vllm())',
        '# these are right',
        'kplus.HorizontalPodAutoscaler(chart, "hpa", target=model, max_replicas=2)',
        'kplus.NetworkPolicy(chart, "policy", selector=model, egress={"rules": [{"peer": model}]})',
        '',
      ].join('\n'),
    );
    const lines = project
      .typeFaults(folder, ['mistakes.py'])
      .split('\n')
      .filter((line) => / error: /.test(line));
    expect(lines.map((line) => line.replace(/^mistakes\.py:(\d+): error: (.*) \[.*$/, '$1 $2').trim())).toEqual([
      expect.stringMatching(/^5 Argument "cpu" to "Compute" has incompatible type "int"/),
      expect.stringMatching(/^6 "ModelService" has no attribute "markHasAutoscaler"/),
      expect.stringMatching(/^7 Missing named argument "compute"/),
    ]);
  });

  test('ends a program that is wrong with the whole message, and no code of ours in between', () => {
    const { status, stderr } = runProgram(
      'wrong.py',
      'from cdk8s_ml import Compute, MlApp, MlNamespace, ModelServer, ModelService',
      'app = MlApp()',
      'ModelService(',
      '    MlNamespace(app, "ml-serving"), "churn",',
      '    image="ghcr.io/your-org/churn:latest",',
      '    server=ModelServer.http(port=8000, health_path="/health"),',
      '    compute=Compute(cpu="500x", memory="512Mi"),',
      ')',
      'app.synth()',
    );
    expect(status).toBe(1);
    const message = stderr.slice(stderr.lastIndexOf('\nRuntimeError: ') + 1).trimEnd();
    expect(message).toMatch(/^RuntimeError: ml-serving\/churn: 2 problems\n {2}compute\.cpu\n {4}got {7}'500x'\n/);
    expect(message.split('\n')).toHaveLength(9);
    expect(stderr).toMatch(/File ".*wrong\.py", line 3, in <module>/);
    expect(stderr).not.toMatch(/program\.js|cdk8s-ml[\\/]build|node:internal/);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  test('tells warnings on standard error', () => {
    const { status, stdout, stderr } = runProgram(
      'warned.py',
      'import cdk8s_plus_28 as kplus',
      'from cdk8s import Chart',
      'from cdk8s_ml import MlApp',
      'app = MlApp(outdir="warned")',
      'kplus.Deployment(Chart(app, "chart"), "web", containers=[kplus.ContainerProps(image="web", port_number=80)])',
      'app.synth()',
    );
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/\(floating-image\)\n {4}got {7}'web'\n/);
  });

  test('gives for the ten lines of the README what TypeScript gives', () => {
    const onPyPi = json(
      'import importlib.metadata\nprint(json.dumps(importlib.metadata.metadata("cdk8s-ml")["Description"]))',
    );
    const made = [blockIn(onPyPi, 'python'), blockIn(read('docs/python.md'), 'python')].map((code, i) => {
      writeFileSync(join(folder, 'ten.py'), code);
      project.must(folder, ['ten.py'], { CDK8S_OUTDIR: `python-${i}` });
      return readFileSync(join(folder, `python-${i}`, 'ml-serving.k8s.yaml'), 'utf8');
    });
    const lib = JSON.stringify(join(ROOT, 'lib'));
    writeFileSync(join(folder, 'ten.ts'), blockIn(read('README.md'), 'ts').replace("'cdk8s-ml'", lib));
    const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
    must(process.execPath, [tsx, 'ten.ts'], { cwd: folder, env: { CDK8S_OUTDIR: 'typescript' } });
    const typescript = readFileSync(join(folder, 'typescript', 'ml-serving.k8s.yaml'), 'utf8');
    expect(typescript).toContain('kind: HorizontalPodAutoscaler');
    expect(made).toEqual([typescript, typescript]);
  });
});

/** The first block of code in a language. */
function blockIn(page: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)![1];
}
