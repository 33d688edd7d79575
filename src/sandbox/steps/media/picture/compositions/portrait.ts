import { brightness, mix } from "../colour.ts";
import { type Composition, type Scene, sky } from "../scene.ts";
import { circle, ellipse, linear, shape, stroke, tag } from "../svg.ts";

/** The person drawn: a side that is in the light, and colours. */
type Sitter = { skin: string; shade: string; hair: string; cloth: string; side: -1 | 1; longHair: number };

/** A head and shoulders of flat planes, the eyes closed, before a disc, leaves or rays. */
export const portrait: Composition = (scene) => {
  const { random, palette, width } = scene;
  const skin = random.pick(["#f1cba9", "#e4b08a", "#c98d66", "#9a6544", "#6b4330"]);
  const sitter: Sitter = {
    skin,
    shade: mix(skin, palette.layers[3], 0.3),
    hair: random.pick([
      palette.ink,
      palette.layers[3],
      mix(palette.layers[2], palette.ink, 0.3),
      mix(palette.accent, palette.ink, 0.45),
    ]),
    cloth: random.pick([palette.layers[1], palette.layers[2], mix(palette.accent, palette.layers[3], 0.25)]),
    side: random.pick([-1, 1]),
    longHair: random.pick([560, 720, 900, 1001]),
  };
  const zoom = Math.min(1, width / 640);
  const middle = width / 2 + random.between(-0.04, 0.04) * width;
  const figure = [
    backHair(sitter),
    shoulders(scene, sitter),
    face(sitter),
    features(scene, sitter),
    fringe(scene, sitter),
    ornament(scene, sitter),
  ];
  return [
    sky(scene),
    background(scene, middle),
    tag(
      "g",
      {
        transform: `translate(${Math.round(middle)} ${Math.round(1000 * (1 - zoom))}) scale(${Math.round(zoom * 100) / 100})`,
      },
      ...figure,
    ),
  ].join("");
};

function background(scene: Scene, x: number): string {
  const { random, palette, width } = scene;
  const [y, size] = [random.between(380, 440), Math.min(width * 0.46, random.between(310, 370))];
  const colour = brightness(palette.sky[1]) > 0.7 ? palette.accent : mix(palette.accent, palette.light, 0.2);
  const disc =
    linear("disc", [
      [0, mix(colour, palette.light, 0.35)],
      [1, colour],
    ]) + circle(x, y, size, "url(#disc)", { opacity: 0.92 });
  const turns = Array.from({ length: 22 }, (_, index) => (index / 22) * 360 + random.between(-3, 3));
  const leaf = `M0 ${-size * 0.92}C${size * 0.16} ${-size * 1.08} ${size * 0.13} ${-size * 1.32} 0 ${-size * 1.46}C${-size * 0.13} ${-size * 1.32} ${-size * 0.16} ${-size * 1.08} 0 ${-size * 0.92}Z`;
  const place = (turn: number) => `translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(turn)})`;
  switch (random.integer(0, 2)) {
    case 0:
      return disc;
    case 1:
      return (
        turns
          .map((turn, index) =>
            shape(leaf, palette.layers[index % 2 === 0 ? 0 : 1], { transform: place(turn), opacity: 0.75 }),
          )
          .join("") + disc
      );
    default:
      return (
        turns
          .map((turn) => shape(`M0 0L-14 ${-size * 1.7}H14Z`, palette.light, { transform: place(turn), opacity: 0.4 }))
          .join("") + disc
      );
  }
}

function backHair({ hair, longHair }: Sitter): string {
  return shape(
    `M-176 400C-196 180-110 128 0 128C110 128 196 180 176 400C196 520 210 ${longHair * 0.8} 176 ${longHair}C90 ${longHair - 30}-90 ${longHair - 30}-176 ${longHair}C-210 ${longHair * 0.8}-196 520-176 400Z`,
    hair,
  );
}

function shoulders({ palette, random }: Scene, { skin, shade, cloth }: Sitter): string {
  const neckline = random.pick(["M-92 770Q0 900 92 770", "M-92 770L0 880L92 770", "M-104 762Q0 812 104 762"]);
  return [
    shape("M-62 590H62V742Q66 786 130 796H-130Q-66 786-62 742Z", skin),
    shape("M-62 640Q4 726 62 650V742Q66 786 130 796H40Q-30 770-62 690Z", shade, { opacity: 0.8 }),
    shape("M-350 1004C-346 838-250 806-92 770Q-100 850 0 880Q100 850 92 770C250 806 346 838 350 1004Z", cloth),
    shape("M-62 742Q-66 770-92 772Q-60 860 0 872Q60 860 92 772Q66 770 62 742Z", skin),
    shape("M350 1004C346 838 250 806 92 770Q120 880 60 1004Z", palette.ink, { opacity: 0.16 }),
    stroke(neckline, mix(cloth, palette.light, 0.55), 7),
  ].join("");
}

function face({ skin, shade, side }: Sitter): string {
  return [
    ellipse(-134, 452, 22, 40, mix(skin, shade, 0.5)),
    ellipse(134, 452, 22, 40, mix(skin, shade, 0.5)),
    shape("M-136 400C-140 250 140 250 136 400C142 540 74 684 0 690C-74 684-142 540-136 400Z", skin),
    shape(
      `M0 288C${side * 140} 270 ${side * 138} 380 ${side * 136} 410C${side * 140} 540 ${side * 74} 684 0 690Q${side * 34} 640 ${side * 8} 600Q${side * 30} 560 ${side * 20} 540Q${side * 4} 470 ${side * 18} 420Q${side * 6} 340 0 288Z`,
      shade,
      { opacity: 0.55 },
    ),
  ].join("");
}

function features({ palette, random }: Scene, { skin, hair, side }: Sitter): string {
  const line = mix(palette.ink, skin, 0.12);
  const lips = mix("#c2515a", skin, 0.25);
  const blush = mix("#e2685f", skin, 0.35);
  const lift = random.between(-4, 6);
  const eyes = [-1, 1].map((eye) => {
    const x = eye * 62;
    const lashes = [-26, -9, 10, 27]
      .map((at) => `M${x + at} ${464 + (1 - (at / 32) ** 2) * 12}l${at * 0.22} 10`)
      .join("");
    return [
      stroke(`M${x - 32} 460Q${x} 484 ${x + 32} 460`, line, 6),
      stroke(lashes, line, 3.6),
      stroke(
        `M${x - 38} ${412 - lift + (eye > 0 ? 2 : 8)}Q${x} ${394 - lift} ${x + 38} ${412 - lift + (eye > 0 ? 8 : 2)}`,
        mix(hair, palette.ink, 0.3),
        8,
      ),
      ellipse(eye * 84, 528, 32, 20, blush, { opacity: 0.3 }),
    ].join("");
  });
  return [
    ...eyes,
    stroke(
      `M${side * 6} 452Q${side * 20} 520 ${side * 22} 540Q${side * 12} 554 ${-side * 12} 550`,
      mix(skin, palette.ink, 0.5),
      4.5,
    ),
    shape("M-44 606Q-20 590 0 600Q20 590 44 606Q0 616-44 606Z", mix(lips, palette.ink, 0.16)),
    shape("M-44 606Q0 616 44 606Q24 640 0 640Q-24 640-44 606Z", lips),
  ].join("");
}

function fringe({ random }: Scene, { hair, side }: Sitter): string {
  const part = side * random.between(10, 60);
  const shine = mix(hair, "#ffffff", 0.2);
  return [
    shape(
      `M-164 430C-180 196-100 140 0 140C100 140 180 196 164 430C152 360 128 300 ${part} 262C${part - 60} 310-128 330-164 430Z`,
      hair,
    ),
    stroke(`M${part - 20} 196Q${-110} 220-138 330`, shine, 5, { opacity: 0.5 }),
    stroke(`M${part + 30} 190Q110 214 136 318`, shine, 4, { opacity: 0.35 }),
  ].join("");
}

function ornament({ random, palette, mentions }: Scene, { side }: Sitter): string {
  const gold = mix("#f2c14e", palette.accent, 0.2);
  if (mentions("knight|warrior|armou?r|viking|king|queen|princess"))
    return (
      shape("M-120 214L-132 128L-66 176L0 96L66 176L132 128L120 214Q0 170-120 214Z", gold) +
      circle(0, 156, 12, palette.accent)
    );
  if (mentions("wizard|witch|magic|magical"))
    return (
      shape("M-190 262Q0 196 190 262Q150 214 118 206Q60 40 90-6Q-40 40-118 206Q-160 220-190 262Z", palette.layers[3]) +
      stroke("M-116 214Q0 174 116 214", gold, 14)
    );
  if (mentions("flower|blossom|spring|garden|blooming") || random.next() > 0.66)
    return flowers(palette.light, palette.accent, gold, side);
  return circle(-134, 508, 8, gold) + circle(134, 508, 8, gold);
}

function flowers(light: string, accent: string, heart: string, side: number): string {
  return [
    [side * 128, 262, 1],
    [side * 160, 330, 0.8],
    [side * 84, 208, 0.75],
  ]
    .map(([x = 0, y = 0, scale = 1], index) => {
      const petals = [0, 72, 144, 216, 288].map((turn) =>
        ellipse(0, -24, 17, 24, index % 2 === 0 ? light : mix(light, accent, 0.6), { transform: `rotate(${turn})` }),
      );
      return tag("g", { transform: `translate(${x} ${y}) scale(${scale})` }, ...petals, circle(0, 0, 10, heart));
    })
    .join("");
}
