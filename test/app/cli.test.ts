import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filesIn, inTemporaryFolderAsync } from './same-as-stock';

const ROOT = join(__dirname, '../..');
const run = promisify(execFile);

const MAIN = `
import { ApiObject, Chart } from 'cdk8s';
import { MlApp } from '${ROOT}/lib/app';
import { Environment } from '${ROOT}/lib/values/environment';

const apps = ['dev', 'prod'].map((name) => {
  const app = new MlApp({ name: 'shop', environment: new Environment(name) });
  new ApiObject(new Chart(app, 'web'), 'cm', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { on: '0o17' } });
  return app;
});
console.log(MlApp.synthAll(apps).summary());
`;

let registry: Server;
let asked: string[];

beforeAll(async () => {
  registry = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
});
afterAll(() => registry.close());

/** A project with the cdk8s.yaml of this repository, and the packages that are installed here. */
function project(folder: string): NodeJS.ProcessEnv {
  mkdirSync(join(folder, 'apps'));
  writeFileSync(join(folder, 'apps/main.ts'), MAIN);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  cpSync(join(ROOT, 'cdk8s.yaml'), join(folder, 'cdk8s.yaml'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  asked = [];
  const url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
  return { ...process.env, HOME: folder, npm_config_registry: url };
}

test('`cdk8s synth` writes the same bytes as the app run directly, and asks no registry', () =>
  inTemporaryFolderAsync(async (cwd) => {
    const env = project(cwd);
    const direct = await run(process.execPath, ['--import', 'tsx', 'apps/main.ts'], { cwd, env });
    expect(direct.stdout).toContain('shop  prod               1      1        1        0        0');
    const expected = filesIn(join(cwd, 'dist'));
    expect(Object.keys(expected)).toEqual(['shop/dev/web.k8s.yaml', 'shop/prod/web.k8s.yaml']);

    writeFileSync(join(cwd, 'dist/gone.txt'), 'the CLI removes the whole output folder before it starts the app');
    const cli = join(ROOT, 'node_modules/.bin/cdk8s');
    const { stdout } = await run(cli, ['synth', '--check-upgrade=false'], { cwd, env });
    expect(stdout).toContain('dist/shop/prod/web.k8s.yaml');
    expect(filesIn(join(cwd, 'dist'))).toEqual(expected);
    expect(asked).toEqual([]);
  }));
