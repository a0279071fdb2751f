// Charts over time. What is throttled is marked behind the lines and, by a bar whose height tells how much, at the bottom.
import {bytes, percent} from './format.js';

/* global uPlot */
const MARK_HEIGHT = 26;
const SHORTEST_SPAN = 60;
const BYTE_STEPS = Array.from({length: 40}, (_, power) => 2 ** power);

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

function axis(format, more) {
  return {stroke: colour('muted'), grid: {stroke: colour('grid'), width: 1}, ticks: {show: false},
    font: '12px system-ui, sans-serif', values: (_, values) => values.map(format), ...more};
}

function clock(time) {
  return new Date(time * 1000).toTimeString().slice(0, 8);
}

function axisPercent(part) {
  return Math.round(part * 1000) / 10 + ' %';
}

function options(element, height, series, format, more) {
  return {
    width: Math.max(200, element.clientWidth),
    height,
    cursor: {sync: {key: 'agent'}, drag: {x: false, y: false}},
    scales: {
      x: {range: (_, min, max) => [Math.min(min, max - SHORTEST_SPAN), max]},
      y: {range: (_, min, max) => [0, more.top(max)]},
    },
    axes: [axis(clock, {size: 28, space: 80}), axis(format, {size: 64, ...more.axis})],
    series: [{label: 'time', value: (_, time) => time === null ? '–' : clock(time)}, ...series],
    hooks: more.hooks ?? {},
  };
}

function line(label, name, format, more) {
  return {label, stroke: colour(name), width: 2, value: (_, value) => format(value), points: {show: false}, ...more};
}

/** A chart that follows the width of its place. */
class Chart {
  constructor(element) {
    this.element = element;
    this.plot = null;
    new ResizeObserver(() => this.plot?.setSize({width: Math.max(200, element.clientWidth), height: this.plot.height}))
      .observe(element);
  }

  draw(data, makeOptions) {
    if (this.plot === null) this.plot = new uPlot(makeOptions(), data, this.element);
    else this.plot.setData(data);
  }

  clear() {
    this.plot?.destroy();
    this.plot = null;
  }
}

export class CpuChart extends Chart {
  show(history) {
    this.history = history;
    this.element.dataset.marks = history.throttled.filter(count => count > 0).length;
    this.draw([history.time, history.cpu, history.quota, history.throttled], () => options(
      this.element, 230,
      [
        line('CPU', 'cpu', percent, {fill: colour('cpu-fill')}),
        line('quota', 'limit', percent, {dash: [8, 4], paths: uPlot.paths.stepped({align: -1})}),
        line('throttled periods', 'throttled', value => value ?? '–', {
          paths: () => null, scale: 'count', value: (_, value, __, index) => this.periods(value, index)}),
      ],
      axisPercent,
      {top: max => this.top(max), hooks: {drawClear: [plot => this.mark(plot, band)], draw: [plot => this.mark(plot, bar)]}}));
  }

  periods(throttled, index) {
    return throttled === null || throttled === undefined ? '–' : throttled + ' of ' + this.history.periods[index];
  }

  /** A quota far above what is used would leave a flat line. */
  top() {
    const used = Math.max(0.01, ...this.history.cpu);
    const near = this.history.quota.filter(quota => quota !== null && quota < used * 5);
    return Math.max(used, ...near) * 1.15;
  }

  /** Paints each second with throttled periods. */
  mark(plot, paint) {
    const {time, periods, throttled} = this.history;
    const {ctx, bbox} = plot;
    ctx.save();
    throttled.forEach((count, index) => {
      if (!(count > 0)) return;
      const right = plot.valToPos(time[index], 'x', true);
      const left = plot.valToPos(index > 0 ? time[index - 1] : time[index] - 1, 'x', true);
      if (right < bbox.left) return;
      const begin = Math.max(left, bbox.left);
      paint(ctx, bbox, begin, right - begin, count / periods[index]);
    });
    ctx.restore();
  }
}

function band(ctx, bbox, left, width) {
  ctx.fillStyle = colour('throttled-band');
  ctx.fillRect(left, bbox.top, width, bbox.height);
}

/** A gap between bars lets them be counted. */
function bar(ctx, bbox, left, width, part) {
  const height = Math.max(3, MARK_HEIGHT * part) * uPlot.pxRatio;
  ctx.fillStyle = colour('throttled');
  ctx.fillRect(left, bbox.top + bbox.height - height, Math.max(1, width * 0.7), height);
}

export class MemoryChart extends Chart {
  show(history) {
    this.draw([history.time, history.memory, history.memoryLimit], () => options(
      this.element, 160,
      [
        line('working set', 'memory', bytes, {fill: colour('memory-fill')}),
        line('limit', 'limit', bytes, {dash: [8, 4], paths: uPlot.paths.stepped({align: -1})}),
      ],
      bytes,
      {top: max => Math.max(1 << 20, (max ?? 0) * 1.15), axis: {incrs: BYTE_STEPS}}));
  }
}

export class PressureChart extends Chart {
  show(history) {
    this.draw([history.time, history.cpuPressure, history.memoryPressure, history.ioPressure], () => options(
      this.element, 150,
      [
        line('CPU', 'cpu', percent),
        line('memory', 'memory', percent, {dash: [6, 3]}),
        line('I/O', 'limit', percent, {dash: [2, 3]}),
      ],
      axisPercent,
      {top: max => Math.max(0.1, (max ?? 0) * 1.15)}));
  }
}
