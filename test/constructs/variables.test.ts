import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { EnvValue, InitContainer, MlNamespace, Sidecar } from '../../lib';
import { Trial } from '../support/workloads/made';
import { workloadsWith } from '../support/workloads/with-toys';

describe.each(workloadsWith('variables'))('variables of %s', (_title, workload) => {
  const trial = new Trial(workload);
  const of = (container: any, name: string) => container.env.find((one: any) => one.name === name)?.valueFrom;
  const variables = {
    POD_IP: EnvValue.field('status.podIP'),
    MEMORY: EnvValue.resource('limits.memory', { divisor: '1Mi' }),
    LEVEL: EnvValue.configMapKey('settings', 'LOG_LEVEL'),
    MODE: EnvValue.configMapKey('modes', 'MODE', { optional: true }),
  };

  test('come from the pod, the container and ConfigMaps', () => {
    const { container } = trial.pod({ variables });
    expect(of(container, 'POD_IP')).toEqual({ fieldRef: { fieldPath: 'status.podIP' } });
    expect(of(container, 'MEMORY')).toEqual({ resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } });
    expect(of(container, 'LEVEL')).toEqual({ configMapKeyRef: { name: 'settings', key: 'LOG_LEVEL' } });
    expect(of(container, 'MODE')).toEqual({ configMapKeyRef: { name: 'modes', key: 'MODE', optional: true } });
  });

  test('say which ConfigMaps have to be there, unless they are optional or of this app', () => {
    const { owner } = trial.pod({ variables });
    expect(owner.metadata.annotations['cdk8s-ml.io/expects']).toBe('ConfigMap/settings:LOG_LEVEL');
    const map = new kplus.ConfigMap(new Chart(new App({ outdir: 'unused' }), 'c'), 'own', {
      metadata: { name: 'own' },
    });
    const own = trial.pod({ variables: { LEVEL: EnvValue.fromConfigMap(map, 'LEVEL') } }).owner;
    expect(own.metadata.annotations?.['cdk8s-ml.io/expects']).toBeUndefined();
  });

  test('stand before plain values, which name them', () => {
    const { container } = trial.pod({ variables, env: { ADDRESS: '$(POD_IP):8000' } });
    const names = container.env.map(({ name }: any) => name);
    expect(names.indexOf('POD_IP')).toBeLessThan(names.indexOf('ADDRESS'));
  });

  test('replace what the library sets, so that each is there once', () => {
    const { container } = trial.pod({ variables: { HOME: EnvValue.configMapKey('settings', 'HOME') } });
    expect(container.env.filter(({ name }: any) => name === 'HOME')).toEqual([
      { name: 'HOME', valueFrom: { configMapKeyRef: { name: 'settings', key: 'HOME' } } },
    ]);
  });

  test('are in sidecars and init containers too, and a proxy among them reaches an init container', () => {
    const own = { variables: { NODE: EnvValue.field('spec.nodeName') } };
    const { containers } = trial.pod({
      variables: { HTTPS_PROXY: EnvValue.configMapKey('proxy', 'URL') },
      sidecars: [Sidecar.custom({ name: 'one', image: 'registry.test/one:1', ...own })],
      initContainers: [InitContainer.custom({ name: 'two', image: 'registry.test/two:1', ...own })],
    });
    const named = (name: string) => containers.find((one) => one.name === name);
    expect(of(named('one'), 'NODE')).toEqual({ fieldRef: { fieldPath: 'spec.nodeName' } });
    expect(of(named('two'), 'NODE')).toEqual({ fieldRef: { fieldPath: 'spec.nodeName' } });
    expect(of(named('two'), 'HTTPS_PROXY')).toEqual({ configMapKeyRef: { name: 'proxy', key: 'URL' } });
  });

  test('of a limit need one: the container has it, or the LimitRange fills it in', () => {
    const props = { ...trial.compute({ cpu: '1' }), variables: { CPU: EnvValue.resource('limits.cpu') } };
    expect(trial.refusal(props)).toMatch(/: 1 problem\n {2}variables\.CPU\n.*limits\.cpu[\s\S]*whole node/);
    trial.manifests({ ...props, ...trial.compute({ cpu: '1', cpuLimit: '2' }) });
    const namespace = new MlNamespace(new App({ outdir: 'unused' }), 'team', { containers: { cpuLimit: '2' } });
    trial.make(namespace, props).hasCount(workload.pod.kind, 1);
  });
});
