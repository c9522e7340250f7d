import { Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifests } from './manifests';

/*
 * A snapshot serializer for Jest. The module is the serializer, so that Jest can be given its name:
 *
 *   "jest": { "snapshotSerializers": ["cdk8s-ml/testing/jest"] }
 *
 * It is no part of the jsii API, which knows no functions outside of classes.
 */

/**
 * Whether the value is written as YAML: a construct (an app, a chart, a workload), `Manifests`, a Kubernetes object, or a
 * list of Kubernetes objects.
 *
 * @param value what a snapshot is taken of
 */
export function test(value: unknown): boolean {
  return writerOf(value) !== undefined;
}

/**
 * The Kubernetes objects of the value as YAML.
 *
 * @param value one that `test` accepts
 * @param _config the settings of the printer
 * @param indentation of the lines after the first, where the value is part of another one
 */
export function serialize(value: unknown, _config?: unknown, indentation = ''): string {
  const text = writerOf(value)?.().trimEnd() ?? '';
  return indentation === '' ? text : text.replace(/\n(?=.)/g, `\n${indentation}`);
}

function writerOf(value: unknown): (() => string) | undefined {
  if (value instanceof Manifests) return () => value.yaml();
  if (Construct.isConstruct(value)) return () => Manifests.fromConstruct(value).yaml();
  const objects: unknown[] = Array.isArray(value) ? value : [value];
  return objects.length > 0 && objects.every(isObject) ? () => Yaml.stringify(...objects) : undefined;
}

/** References to objects (`scaleTargetRef`) have a kind too, but no metadata. */
function isObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { apiVersion, kind, metadata } = value as Record<string, unknown>;
  return typeof apiVersion === 'string' && typeof kind === 'string' && typeof metadata === 'object';
}
