import type { EnvValue, SecretSource } from '../../values';
import type { IConfigMapObject } from '../../values/cdk8s-plus';
import type { ExtraVolume } from '../../values/volume/extra-volume';

/** What any container can be given: its environment, its files and its volumes. */
export interface ContainerProps {
  /**
   * Environment variables by name, in a ConfigMap that the container takes with `envFrom`. A change replaces the pods.
   *
   * @default - none
   */
  readonly config?: { [name: string]: string };
  /**
   * Configuration files by file name, in a ConfigMap that is mounted at `configPath`. A change replaces the pods.
   *
   * @default - none
   */
  readonly configFiles?: { [fileName: string]: string };
  /**
   * Folder in which `configFiles` appear, read-only: `volumeMounts[].mountPath`.
   *
   * @default - `/etc/model-server` in the container of a `ModelService`, `/etc/config` in others
   */
  readonly configPath?: string;
  /**
   * ConfigMaps of others, taken with `envFrom`. Their changes do not replace the pods.
   *
   * @default - none
   */
  readonly configMaps?: IConfigMapObject[];
  /**
   * Environment variables by name, in the container itself: `containers[].env`. They win over `config`.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Environment variables whose values are known when the container starts, by name: fields of the pod, its resources, keys of
   * ConfigMaps. They stand before `env`, whose values, like `args`, can name them as `$(NAME)`. Secrets are in `secrets`.
   *
   * @default - none
   */
  readonly variables?: { [name: string]: EnvValue };
  /**
   * Secrets by reference, as environment variables or, with `mountPath`, as files. A value can never be given.
   *
   * @default - none
   */
  readonly secrets?: SecretSource[];
  /**
   * More volumes: `volumes[]` of the pod, and `volumeMounts[]` of the container. Volumes of the same name in several
   * containers of the pod are one volume.
   *
   * @default - none
   */
  readonly volumes?: ExtraVolume[];
}
