/** A text that a controller replaces when it runs: `{{inputs.parameters.name}}` of Argo, `${trialParameters.name}` of Katib. */
export function isPlaceholder(text: string): boolean {
  return text.includes('{{') || text.includes('${trial');
}
