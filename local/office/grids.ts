import type { Grid, Point } from '../../domain/office/office.ts';

/**
 * Where lines of the street meet, GCJ-02: r the bank of the 雪莲河, a 滨河路, b 格桑路, c 环北路, d the foot of
 * the hills, each from west to east; l bends of the lanes between them. Neighbours share these corners exactly.
 */
const corners = {
  r0: [91.1118, 29.6412],
  r1: [91.115, 29.6398],
  r2: [91.1186, 29.6391],
  r3: [91.1224, 29.6396],
  r4: [91.1262, 29.6389],
  r5: [91.1301, 29.6378],
  r6: [91.1343, 29.6371],
  r7: [91.1386, 29.6376],
  r8: [91.1425, 29.639],
  r9: [91.1468, 29.6398],
  a0: [91.1112, 29.6452],
  a1: [91.1163, 29.6441],
  a2: [91.1205, 29.6437],
  a3: [91.1259, 29.6434],
  a4: [91.1318, 29.6424],
  a5: [91.1367, 29.6418],
  a6: [91.1421, 29.6429],
  a7: [91.1474, 29.6441],
  b0: [91.1105, 29.6506],
  b1: [91.1158, 29.6499],
  b2: [91.1199, 29.6497],
  b3: [91.1238, 29.6495],
  b4: [91.129, 29.6489],
  b5: [91.1341, 29.6486],
  b6: [91.139, 29.6489],
  b7: [91.1437, 29.6494],
  b8: [91.1482, 29.6499],
  c0: [91.1111, 29.6559],
  c1: [91.1149, 29.6567],
  c2: [91.1196, 29.6566],
  c3: [91.1246, 29.656],
  c4: [91.1304, 29.6553],
  c5: [91.1362, 29.6549],
  c6: [91.1424, 29.6552],
  c7: [91.1479, 29.6557],
  d0: [91.1126, 29.6601],
  d1: [91.117, 29.6622],
  d2: [91.1218, 29.6629],
  d3: [91.1267, 29.6618],
  d4: [91.1322, 29.6627],
  d5: [91.1379, 29.6612],
  d6: [91.1431, 29.6618],
  d7: [91.1471, 29.6604],
  l1: [91.1166, 29.6472],
  l2: [91.1214, 29.6465],
  l3: [91.1272, 29.6466],
  l4: [91.1326, 29.6452],
  l5: [91.138, 29.645],
  l6: [91.1347, 29.652],
  l8: [91.1204, 29.6534],
  l9: [91.1258, 29.6588],
} as const satisfies Record<string, readonly [number, number]>;

function grid(id: string, zh: string, community: string, outline: string): Grid {
  return { id, zh, community, outline: outline.split(' ').map(point) };
}

function point(corner: string): Point {
  const [lng, lat] = corners[corner as keyof typeof corners];
  return { lng, lat };
}

/** Fourteen grids that cover the street without a gap; 吉祥市场 and the school quarter are 专属网格. */
export const grids: readonly Grid[] = [
  grid('grid-hewan', '河湾网格', 'community-hebin', 'r0 r1 r2 r3 a2 a1 a0'),
  grid('grid-dukou', '渡口网格', 'community-hebin', 'r3 r4 r5 r6 a4 a3 a2'),
  grid('grid-linka', '林卡网格', 'community-hebin', 'r6 r7 r8 r9 a7 a6 a5 a4'),
  grid('grid-shuimo', '水磨巷网格', 'community-jixiang', 'a0 a1 l1 b1 b0'),
  grid('grid-liulin', '柳林巷网格', 'community-jixiang', 'a1 a2 l2 b3 b2 b1 l1'),
  grid('grid-shichang', '吉祥市场专属网格', 'community-jixiang', 'a2 a3 l3 b4 b3 l2'),
  grid('grid-baiyang', '白杨网格', 'community-tuanjie', 'a3 a4 l4 b5 b4 l3'),
  grid('grid-xingfu', '幸福里网格', 'community-tuanjie', 'a4 a5 l5 b6 b5 l4'),
  grid('grid-xuexiao', '学校片区专属网格', 'community-tuanjie', 'a5 a6 a7 b8 b7 b6 l5'),
  grid('grid-yicheng', '驿城网格', 'community-tuanjie', 'b5 b6 b7 b8 c7 c6 c5 l6'),
  grid('grid-shiliu', '石榴园网格', 'community-beishan', 'b0 b1 b2 l8 c2 c1 c0'),
  grid('grid-huayuan', '花园网格', 'community-beishan', 'b2 b3 b4 b5 l6 c5 c4 c3 c2 l8'),
  grid('grid-shanjiao', '山脚网格', 'community-beishan', 'c0 c1 c2 c3 l9 d3 d2 d1 d0'),
  grid('grid-muchang', '牧场网格', 'community-beishan', 'c3 c4 c5 c6 c7 d7 d6 d5 d4 d3 l9'),
];
