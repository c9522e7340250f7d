import type { EngineInput } from '.';
import { makeObject } from './object';

/** What tells the Prometheus operator to scrape the server. */
export function makeMonitor(input: EngineInput): void {
  const { names, traits } = input.plan;
  const { monitor } = traits.monitoring;
  if (monitor) makeObject(input, monitor.kind, { ...monitor, name: names.monitor });
}
