/** Makes texts as operators write them: a few hundred words, some far more often than others. */
const words = `a the of in with at on under over near light shadow harbour lighthouse morning evening fog rain snow wind
  river bridge street market garden forest hill valley coast island boat sail lantern window door stair tower roof stone
  brick copper silver amber indigo teal crimson ochre ivory velvet linen paper glass smoke mist cloud storm thunder calm
  quiet busy narrow wide tall small old new ruined painted polished weathered golden soft hard sharp blurred distant close
  portrait landscape still wide-angle macro aerial cinematic grain film lens bokeh contrast palette texture pattern frame
  fox heron owl hare horse whale crane otter lynx raven swallow moth beetle orchid fern moss ivy willow birch cedar pine
  baker sailor dancer keeper painter potter smith weaver reader child walker rider team crew choir band parade festival
  campaign launch teaser banner poster cover label packet catalogue brochure story season edition draft review final
  approved rejected waiting urgent client agency studio season spring summer autumn winter holiday weekend anniversary`
  .split(/\s+/)
  .filter((word) => word !== "");

/** Words until the text is as long as that, the first of the list the most often. */
export function writeText(random: () => number, length: number): string {
  const chosen: string[] = [];
  for (let written = 0; written < length; ) {
    const word = words[skewed(random, words.length)] ?? "";
    chosen.push(word);
    written += word.length + 1;
  }
  return chosen.join(" ");
}

/** A number from 0 up to the count, of which the small ones come far more often (about as Zipf has it). */
export function skewed(random: () => number, count: number): number {
  return Math.min(count - 1, Math.floor((count + 1) ** random() - 1));
}
