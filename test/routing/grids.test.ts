import fc from 'fast-check';
import { contains, distanceTo, findGrid, type GridOutline, indexGrids } from '../../domain/routing/grids.ts';

const square = (id: string, lng: number, lat: number, size = 0.01): GridOutline => ({
  id,
  outline: [
    { lng, lat },
    { lng: lng + size, lat },
    { lng: lng + size, lat: lat + size },
    { lng, lat: lat + size },
  ],
});

const west = square('west', 91.1, 29.65);
const east = square('east', 91.11, 29.65);
const index = indexGrids([west, east]);

describe('按地点找网格', () => {
  test('在网格当中：就是它', () => {
    expect(findGrid(index, { lng: 91.105, lat: 29.655 }, 20)).toEqual({ where: 'in', grid: 'west' });
  });

  test('两个网格交界二十米以内：问是哪一个，近的在前', () => {
    expect(findGrid(index, { lng: 91.10995, lat: 29.655 }, 20)).toEqual({
      where: 'border',
      candidates: ['west', 'east'],
    });
  });

  test('街道外缘二十米以内：问一问', () => {
    expect(findGrid(index, { lng: 91.09995, lat: 29.655 }, 20)).toEqual({
      where: 'border',
      candidates: ['west'],
    });
  });

  test('街道外面：不属本街道', () => {
    expect(findGrid(index, { lng: 91.0, lat: 29.655 }, 20)).toEqual({ where: 'outside' });
    expect(findGrid(index, { lng: Number.NaN, lat: 29.655 }, 20)).toEqual({ where: 'outside' });
  });

  test('网格画重叠了：两个都列出来', () => {
    const overlapping = indexGrids([west, square('again', 91.102, 29.652)]);
    const found = findGrid(overlapping, { lng: 91.106, lat: 29.656 }, 20);
    expect(found.where === 'border' && found.candidates.length).toBe(2);
  });

  test('凹进去的地方不算在内', () => {
    const bay: GridOutline = {
      id: 'bay',
      outline: [
        { lng: 91.1, lat: 29.6 },
        { lng: 91.2, lat: 29.6 },
        { lng: 91.2, lat: 29.7 },
        { lng: 91.15, lat: 29.62 },
        { lng: 91.1, lat: 29.7 },
      ],
    };
    expect(findGrid(indexGrids([bay]), { lng: 91.15, lat: 29.66 }, 20)).toEqual({ where: 'outside' });
  });

  test('边界不足三个点：说出是哪个网格', () => {
    expect(() => indexGrids([{ id: 'thin', outline: [{ lng: 91, lat: 29 }] }])).toThrow('网格 thin');
  });
});

test('the index answers as a comparison with every grid would', () => {
  const grids = Array.from({ length: 64 }, (_, at) =>
    square(`g${at}`, 91.1 + (at % 8) * 0.006, 29.6 + Math.floor(at / 8) * 0.006, 0.006),
  );
  const many = indexGrids(grids);
  fc.assert(
    fc.property(
      fc.double({ min: 91.09, max: 91.16, noNaN: true }),
      fc.double({ min: 29.59, max: 29.66, noNaN: true }),
      fc.integer({ min: 0, max: 80 }),
      (lng, lat, margin) => {
        const place = { lng, lat };
        const near = grids.filter(
          ({ outline }) => contains(outline, place) || distanceTo(outline, place) <= margin,
        );
        const found = findGrid(many, place, margin);
        const named =
          found.where === 'in' ? [found.grid] : found.where === 'border' ? [...found.candidates] : [];
        expect(named.sort()).toEqual(near.map(({ id }) => id).sort());
        if (found.where === 'in') expect(contains(near[0]?.outline ?? [], place)).toBe(true);
      },
    ),
  );
});

test('a place on a grid of hundreds is found in well under a millisecond', () => {
  const grids = Array.from({ length: 400 }, (_, at) =>
    square(`g${at}`, 91.1 + (at % 20) * 0.004, 29.6 + Math.floor(at / 20) * 0.004, 0.004),
  );
  const many = indexGrids(grids);
  const started = performance.now();
  for (let i = 0; i < 1_000; i++) findGrid(many, { lng: 91.1 + (i % 80) / 1_000, lat: 29.61 }, 30);
  expect(performance.now() - started).toBeLessThan(1_000);
});
