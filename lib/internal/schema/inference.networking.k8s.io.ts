// Made by scripts/schemas.ts from gateway-api-inference-extension v1.6.0: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1.InferencePool': 'apiVersion kind metadata:meta/v1.ObjectMeta spec!:. status:*',
  'v1.InferencePool.spec':
    'appProtocol endpointPickerRef:. selector!:. targetPorts!:[v1.InferencePool.spec.endpointPickerRef.port',
  'v1.InferencePool.spec.endpointPickerRef': 'failureMode group kind name! port:.',
  'v1.InferencePool.spec.endpointPickerRef.port': 'number!:i',
  'v1.InferencePool.spec.selector': 'matchLabels!:{s',
};
