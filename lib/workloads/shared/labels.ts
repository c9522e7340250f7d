import type { Checker } from '../../internal/errors';
import { COMPONENT_LABEL, NAME_LABEL } from '../../internal/labels';

/** Refuses labels of the user that are part of a selector. */
export function refuseSelectorLabels(check: Checker, labels: Readonly<Record<string, string>> = {}): void {
  for (const key of [NAME_LABEL, COMPONENT_LABEL])
    if (labels[key] !== undefined)
      check
        .at(key)
        .refuse(labels[key], 'a label that selects nothing', 'leave it to the construct: it is part of the selector');
}
