/** The object that an autoscaler changes: its replicas, or the requests of its pods. */
export interface ScaleTarget {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}
