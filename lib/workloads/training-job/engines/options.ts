/** What the engine KubeRay must know of the cluster. */
export interface KubeRayOptions {
  /**
   * Namespace of the KubeRay operator: it asks the head of the Ray cluster how the job is, so that the NetworkPolicy of the
   * run admits it on port 8265.
   *
   * @default 'kuberay-operator'
   */
  readonly operatorNamespace?: string;
}
