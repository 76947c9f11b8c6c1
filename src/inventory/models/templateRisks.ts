import { createSteeringDetect } from "../../core/detect/steering/steeringText.ts";

/** A default system prompt belongs in a template; what works against the person does not, nor does an address that is shown with every answer. */
const [longestText, addresses] = [400_000, /https?:\/\/(?!(?:[\w-]+\.)*(?:huggingface\.co|github\.com|ggml\.ai)\b)[\w.-]+/i];

/** What a chat template holds that its reader would want to know. Templates run before each prompt and are seldom read. */
export function templateRisks(template: string): readonly string[] {
  const text = template.slice(0, longestText);
  const steers = createSteeringDetect()(text).length > 0;
  return [...(steers ? ["its chat template carries instructions"] : []), ...(addresses.test(text) ? ["its chat template holds a web address"] : [])];
}
