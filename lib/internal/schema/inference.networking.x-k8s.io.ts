// Made by scripts/schemas.ts from gateway-api-inference-extension v1.5.0, gateway-api-inference-extension v1.4.0, gateway-api-inference-extension v0.5.1: facts, in the notation of ../override/notation.ts.
/** Fields of each type. */
export const TYPES: Readonly<Record<string, string>> = {
  'v1alpha2.InferenceModel': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha2.InferenceModel.spec':
    'criticality modelName! poolRef!:v1alpha2.InferenceObjective.spec.poolRef targetModels:[.|name',
  'v1alpha2.InferenceModel.spec.targetModels': 'name! weight:i',
  'v1alpha2.InferenceModelRewrite': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha2.InferenceModelRewrite.spec': 'poolRef!:v1alpha2.InferenceObjective.spec.poolRef rules!:[.',
  'v1alpha2.InferenceModelRewrite.spec.rules': 'matches:[. targets:[.',
  'v1alpha2.InferenceModelRewrite.spec.rules.matches': 'model!:.',
  'v1alpha2.InferenceModelRewrite.spec.rules.matches.model': 'type value!',
  'v1alpha2.InferenceModelRewrite.spec.rules.targets': 'modelRewrite! weight:i',
  'v1alpha2.InferenceObjective': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha2.InferenceObjective.spec': 'poolRef!:. priority:i',
  'v1alpha2.InferenceObjective.spec.poolRef': 'group kind name!',
  'v1alpha2.InferencePool': 'apiVersion kind metadata:meta/v1.ObjectMeta spec:. status:*',
  'v1alpha2.InferencePool.spec': 'extensionRef!:. selector!:{s targetPortNumber!:i',
  'v1alpha2.InferencePool.spec.extensionRef': 'failureMode group kind name! portNumber:i',
};
