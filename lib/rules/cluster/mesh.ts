import { record } from '../../internal/json';

/** Whether Istio is told to put its proxy into the pods, or not to; undefined where the namespace decides. */
export function meshInjection(labels: unknown, annotations: unknown): boolean | undefined {
  const told = record(labels)['sidecar.istio.io/inject'] ?? record(annotations)['sidecar.istio.io/inject'];
  return told === undefined ? undefined : String(told) === 'true';
}

/** True where the labels of a namespace have Istio put its proxy into all pods. */
export function injectsMesh(labels: Readonly<Record<string, unknown>> | undefined): boolean {
  return labels?.['istio-injection'] === 'enabled' || typeof labels?.['istio.io/rev'] === 'string';
}
