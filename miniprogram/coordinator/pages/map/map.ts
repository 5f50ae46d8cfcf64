import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { Grid } from '../../../lib/domain';
import { go } from '../../../lib/go';
import { type MapView, outlines } from '../../../lib/map';
import { loading, show } from '../../../lib/screen';
import { settings } from '../../../lib/settings';
import { office } from '../../lib/office';
import { detailPath } from '../../lib/paths';
import { type Cluster, clustersOf } from './clusters';
import {
  type Chosen,
  chosenOf,
  cornersOf,
  countsOf,
  type GridRow,
  gridRows,
  inGrid,
  type Marker,
  markersOf,
  type Timed,
  timed,
} from './map-shown';

const t = { map: copyOf('map'), urgency: copyOf('urgency') };
/** Until the map says how large it shows the street. */
const usual = 14;
/** Side of a mark that a finger can hit, and the space around it, in pixels. */
const marks = { standard: 44, elder: 60 };
const space = 12;

interface Tapped {
  readonly currentTarget: { readonly dataset: { readonly id: string } };
}

Page({
  data: {
    ...loading,
    t: t.map,
    latitude: 0,
    longitude: 0,
    corners: [] as ReturnType<typeof cornersOf>,
    polygons: [] as MapView['polygons'],
    markers: [] as readonly Marker[],
    counts: [] as ReturnType<typeof countsOf>,
    rows: [] as readonly GridRow[],
    chosen: null as Chosen | null,
    more: false,
  },
  items: [] as readonly Timed[],
  clusters: [] as readonly Cluster<Timed>[],
  grids: [] as readonly Grid[],
  /** As the map is drawn now; the person may have changed it. */
  scale: usual,

  onLoad() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },
  load() {
    return show(this, async () => {
      const [{ grids, centre }, { items, more }] = await Promise.all([office(), ask('map', {})]);
      Object.assign(this, { grids, items: timed(items, now(), t) });
      if (this.data.polygons.length === 0)
        this.setData({
          latitude: centre.lat,
          longitude: centre.lng,
          corners: cornersOf(grids),
          polygons: outlines(grids),
        });
      return {
        markers: this.marks(),
        counts: countsOf(this.items, t),
        rows: gridRows(this.items, grids, t),
        chosen: null,
        more,
      };
    });
  },
  marks() {
    const side = marks[settings().size];
    this.clusters = clustersOf(this.items, this.scale, side + space);
    return markersOf(this.clusters, side, t);
  },
  move({ detail }: WechatMiniprogram.CustomEvent<{ scale?: number }>) {
    const scale = Math.round(detail.scale ?? this.scale);
    if (scale === this.scale) return;
    this.scale = scale;
    this.setData({ markers: this.marks() });
  },
  choose({ detail }: WechatMiniprogram.CustomEvent<{ markerId: number }>) {
    const items = this.clusters[detail.markerId]?.items ?? [];
    this.setData({ chosen: chosenOf(t.map.here, items, now(), t) });
  },
  chooseGrid({ currentTarget }: Tapped) {
    const { id } = currentTarget.dataset;
    const grid = this.grids.find((each) => each.id === id);
    const items = inGrid(this.items, id);
    this.setData({
      chosen: chosenOf(grid?.zh ?? t.map.nowhere, items, now(), t),
      ...(grid && { corners: cornersOf([grid]) }),
    });
    void wx.pageScrollTo({ scrollTop: 0 });
  },
  open({ currentTarget }: Tapped) {
    go(detailPath(currentTarget.dataset.id));
  },
});
