import { figureStudies } from "./figure-studies.ts";
import { filmTeaser } from "./film-teaser.ts";
import { liveWork } from "./live-work.ts";
import { productCatalogue } from "./product-catalogue.ts";
import { soundtrack } from "./soundtrack.ts";
import { springCampaign } from "./spring-campaign.ts";
import type { Story } from "./story.ts";
import { trials } from "./trials.ts";

/** All that happened in the demo's 30 days, the oldest first. */
export const stories: readonly Story[] = [
  ...springCampaign,
  ...productCatalogue,
  ...filmTeaser,
  ...soundtrack,
  ...figureStudies,
  ...trials,
  ...liveWork,
].sort((one, other) => other.daysAgo - one.daysAgo);
