import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, type App, Chart, Include, JsonPatch, Lazy, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, DependencyGroup } from 'constructs';

/** Apps by hand, which together use everything that stock offers. */
export const CORPUS: { [feature: string]: (app: App) => void } = {
  'an empty app': () => undefined,
  'an empty chart': (app) => new Chart(app, 'empty'),

  'labels and namespace of a chart'(app) {
    const chart = new Chart(app, 'web', { namespace: 'ml', labels: { team: 'a', app: 'web' } });
    configMap(chart, 'own', { namespace: 'other', labels: { team: 'b' } });
    const { metadata } = configMap(chart, 'inherited');
    metadata.addLabel('late', 'yes');
    metadata.addAnnotation('cdk8s.io/note', '1.0');
    metadata.addFinalizers('example.com/done');
    metadata.addOwnerReference({ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' });
    metadata.add('generateName', 'x-');
  },

  names(app) {
    class Named extends Chart {
      generateObjectName(object: ApiObject): string {
        return `named-${object.node.id}`;
      }
    }
    configMap(new Named(app, 'Named_By.Chart'), 'a');
    configMap(new Chart(app, 'no-hash', { disableResourceNameHashes: true }), 'b');
    configMap(new Construct(new Chart(app, 'default'), 'Resource'), 'x'.repeat(80));
    new ApiObject(app.node.findChild('default') as Chart, 'cron', { apiVersion: 'batch/v1', kind: 'CronJob' });
  },

  'charts whose ids are numbers'(app) {
    const group = new Construct(app, '7');
    for (const id of ['z', '10', '2']) configMap(new Chart(app, id), `in-${id}`);
    for (const id of ['b', '1']) configMap(new Chart(group, id), `in-${id}`);
  },

  'dependencies between charts'(app) {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => new Chart(app, id));
    for (const chart of [a, b, c, d]) for (const id of ['x', 'y']) configMap(chart, id);
    a.addDependency(c);
    c.node.addDependency(new DependencyGroup(b, d));
  },

  'dependencies between objects'(app) {
    const [a, b] = ['a', 'b'].map((id) => new Chart(app, id));
    const objects = ['1', '2', '3', '4'].map((id) => configMap(id < '3' ? a : b, `o${id}`));
    objects[0].addDependency(objects[1]);
    objects[1].addDependency(objects[3]);
    objects[2].addDependency(objects[3]);
  },

  'dependencies of and on groups'(app) {
    const [a, b] = ['a', 'b'].map((id) => new Chart(app, id));
    const [first, second, third] = [new Construct(a, 'first'), new Construct(a, 'second'), new Construct(b, 'third')];
    for (const group of [first, second, third])
      for (const id of ['x', 'y']) configMap(new Construct(group, `in-${id}`), id);
    first.node.addDependency(second);
    second.node.addDependency(third);
  },

  'a chart that depends on the one object in it that others wait for'(app) {
    const chart = new Chart(app, 'a');
    configMap(chart, 'x');
    chart.addDependency(configMap(chart, 'first'));
    configMap(chart, 'z');
  },

  'nested charts'(app) {
    const outer = new Chart(app, 'outer', { namespace: 'ml', labels: { a: '1' } });
    configMap(outer, 'x');
    const inner = new Chart(outer, 'inner');
    configMap(new Chart(new Construct(inner, 'group'), 'innermost'), 'z').addDependency(configMap(inner, 'y'));
    configMap(outer, 'last');
  },

  'objects below objects'(app) {
    const parent = configMap(new Chart(app, 'a'), 'parent');
    configMap(new Construct(parent, 'group'), 'child').addDependency(configMap(parent, 'sibling'));
  },

  patches(app) {
    const object = configMap(new Chart(app, 'a'), 'x');
    object.addJsonPatch(
      JsonPatch.add('/data/added', 'yes'),
      JsonPatch.add('/nothing', null),
      JsonPatch.replace('/data/key', ['a', { b: 1 }]),
      JsonPatch.copy('/data/added', '/data/copied'),
      JsonPatch.move('/data/copied', '/data/moved'),
      JsonPatch.remove('/data/list'),
    );
  },

  'lazy values, tokens and unions'(app) {
    const chart = new Chart(app, 'a');
    let count = 0;
    const token = { resolve: () => ({ nested: Lazy.any({ produce: () => 'late' }) }) };
    new ApiObject(chart, 'x', {
      apiVersion: 'v1',
      kind: 'X',
      spec: { lazy: Lazy.any({ produce: () => count }), token },
    });
    new kplus.k8s.KubeService(chart, 'union', {
      spec: { ports: [{ port: 80, targetPort: kplus.k8s.IntOrString.fromString('http') }] },
    });
    count = 3;
  },

  'empty and absent values'(app) {
    const values = {
      none: undefined,
      nothing: null,
      list: [],
      map: {},
      text: '',
      zero: 0,
      no: false,
      inner: { none: undefined },
    };
    new ApiObject(new Chart(app, 'a'), 'x', { apiVersion: 'v1', kind: 'X', ...values });
  },

  'a manifest from elsewhere'(app) {
    const url = join(tmpdir(), `cdk8s-ml-include-${process.pid}.yaml`);
    writeFileSync(
      url,
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: in\ndata:\n  mode: "0755"\n  n: 012\n---\nkind: List\napiVersion: v1\n',
    );
    new Include(new Chart(app, 'a'), 'include', { url });
  },

  'a chart and objects that render themselves'(app) {
    class Rendering extends Chart {
      toJson(): any[] {
        return [
          ...super.toJson().reverse(),
          undefined,
          { apiVersion: 'v1', kind: 'Extra', metadata: { name: 'extra' } },
        ];
      }
    }
    class Own extends ApiObject {
      toJson(): any {
        return { ...super.toJson(), own: [this.node.id] };
      }
    }
    const chart = new Rendering(app, 'rendering');
    for (const id of ['x', 'y']) configMap(chart, id);
    configMap(new Chart(app, 'before'), 'z').addDependency(chart);
    new Own(app.node.findChild('before') as Chart, 'own', { apiVersion: 'v1', kind: 'Own' });
  },

  'cdk8s-plus'(app) {
    const chart = new Chart(app, 'service', { namespace: 'ml' });
    const config = new kplus.ConfigMap(chart, 'config', { data: { 'run.sh': '#!/bin/sh\n\techo "hi"\n\nexit 0\n' } });
    const deployment = new kplus.Deployment(chart, 'deployment', {
      containers: [
        {
          image: 'ghcr.io/org/app:1.0.0',
          portNumber: 8080,
          envVariables: { MODE: kplus.EnvValue.fromConfigMap(config, 'run.sh'), ON: kplus.EnvValue.fromValue('yes') },
          resources: { memory: { request: Size.mebibytes(512) } },
          volumeMounts: [{ path: '/config', volume: kplus.Volume.fromConfigMap(chart, 'volume', config) }],
        },
      ],
    });
    deployment.scheduling.spread();
    const service = deployment.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] });
    new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: deployment, maxReplicas: 5 });
    new kplus.Ingress(chart, 'ingress').addHostRule('app.example.com', '/', kplus.IngressBackend.fromService(service));
    deployment.connections.allowFrom(kplus.Pods.all(chart, 'pods'));
  },
};

function configMap(scope: Construct, id: string, metadata?: object): ApiObject {
  const data = { key: 'value', list: ['a', '0755', 'true', '1.0'], zoo: 1, animals: { b: [1, [2]], a: 'x: y' } };
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
}
