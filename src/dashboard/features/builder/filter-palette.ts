import type { CatalogueStepType } from "#contract/catalogue/catalogue.ts";
import { type StepGroup, stepGroups } from "#contract/step-inputs/step-type.ts";

export type PaletteGroup = { group: StepGroup; label: string; members: CatalogueStepType[] };

const labels: Record<StepGroup, string> = {
  image: "Image",
  video: "Video",
  audio: "Audio",
  text: "Text",
  "3d": "3D",
  "media-tools": "Media tools",
  training: "Training",
  moderation: "Moderation",
};

/** The step types whose title, name or description holds every word that was typed, by group; deprecated ones last. */
export function filterPalette(stepTypes: readonly CatalogueStepType[], text: string): PaletteGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = stepTypes.filter(({ title, type, description }) => {
    const searched = `${title} ${type} ${description ?? ""}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
  const ordered = found.toSorted((one, other) => Number(one.deprecated) - Number(other.deprecated));
  return stepGroups
    .map((group) => ({ group, label: labels[group], members: ordered.filter((stepType) => stepType.group === group) }))
    .filter(({ members }) => members.length > 0);
}
