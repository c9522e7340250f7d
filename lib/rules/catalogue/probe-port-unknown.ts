import { own, text } from '../../internal/json';
import { handlersOf, portsOf, shownPorts } from '../cluster/ports';
import type { Rule } from '../rule';

export const probePortUnknown: Rule = {
  id: 'probe-port-unknown',
  severity: 'error',
  title: 'A probe or hook names a port that its container does not have',
  why: 'The kubelet cannot resolve the name: the probe always fails, and the container is restarted or never ready.',
  fix: "Name a port of the same container, or write the port's number.",
  good: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      ports: [{name: http, containerPort: 8000}]
      readinessProbe: {httpGet: {path: /health, port: http}}
`,
  bad: `
apiVersion: v1
kind: Pod
metadata: {name: scorer, namespace: ml}
spec:
  containers:
    - name: api
      image: registry.example/scorer:1.0
      ports: [{name: http, containerPort: 8000}]
      readinessProbe: {httpGet: {path: /health, port: health}}
`,
  pods({ item, containers }, report) {
    for (const container of containers)
      for (const { at, handler } of handlersOf(container))
        for (const action of ['httpGet', 'tcpSocket']) {
          const port = text(own(own(handler, action), 'port'));
          if (port === undefined || /^\d+$/.test(port)) continue;
          const ports = portsOf(container.spec.ports);
          if (ports.some(({ name }) => name === port)) continue;
          report({
            item,
            prop: `${at}.${action}.port`,
            got: port,
            expected: `a port of the container ${container.name}: ${shownPorts(ports)}`,
            fix: `name one of its ports, or add '${port}' to the ports of ${container.name} in ${item.title}`,
          });
        }
  },
};
