// What one group did: figures, and charts that grow with each second.
import * as api from './api.js';
import {CpuChart, MemoryChart, PressureChart} from './charts.js';
import {memory, percent} from './format.js';

const KEPT = 600;
const element = id => document.getElementById(id);

export class Detail {
  constructor() {
    this.group = null;
    this.charts = [
      new CpuChart(element('cpu-chart')),
      new MemoryChart(element('memory-chart')),
      new PressureChart(element('pressure-chart')),
    ];
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.charts.forEach(chart => chart.clear());
      this.draw();
    });
  }

  /** Turns to another group. */
  show(path) {
    if (path === this.group) return;
    this.group = path;
    this.history = null;
    this.charts.forEach(chart => chart.clear());
    element('detail').hidden = false;
    element('detail-title').textContent = path;
  }

  /** Fetches what is new of it. */
  async update(group) {
    const path = this.group;
    const last = this.last();
    const more = await api.history(path, last);
    // The selection may have moved on meanwhile, or somebody else was faster.
    if (more === null || path !== this.group || group.path !== path || last !== this.last()) return;
    this.history = this.history === null ? more : append(this.history, more);
    this.figures(group);
    if (this.history.time.length > 0) this.draw();
  }

  /** The time of the newest point that is there. */
  last() {
    return this.history === null || this.history.time.length === 0 ? 0 : this.history.time[this.history.time.length - 1];
  }

  figures(group) {
    const figures = [
      ['CPU', percent(group.cpu)],
      ['quota', group.quota === null ? 'none' : percent(group.quota)],
      ['throttled', percent(group.throttled) + ' of the periods'],
      ['memory', memory(group.memory, group.memoryLimit)],
      ['pressure', percent(group.pressure)],
    ];
    element('figures').replaceChildren(...figures.map(([name, value]) => {
      const figure = document.createElement('div');
      figure.append(Object.assign(document.createElement('dt'), {textContent: name}),
        Object.assign(document.createElement('dd'), {textContent: value}));
      return figure;
    }));
    element('problem').hidden = group.problem === null;
    element('problem').textContent = group.problem ?? '';
  }

  draw() {
    if (this.history === null) return;
    const [cpu, memoryChart, pressure] = this.charts;
    cpu.show(this.history);
    element('cpu-summary').textContent = summary(this.history);
    showOr(memoryChart, this.history, ['memory'], 'memory-summary');
    showOr(pressure, this.history, ['cpuPressure', 'memoryPressure', 'ioPressure'], 'pressure-summary');
  }
}

/** A chart, or the words for its absence. */
function showOr(chart, history, columns, words) {
  const known = columns.some(column => history[column].some(value => value !== null)) || history.time.length < 3;
  chart.element.hidden = !known;
  element(words).hidden = known;
  if (known) chart.show(history);
}

function append(history, more) {
  return Object.fromEntries(Object.keys(history).map(column =>
    [column, history[column].concat(more[column]).slice(-KEPT)]));
}

function summary(history) {
  const last = history.throttled.slice(-60);
  const seconds = last.filter(count => count > 0).length;
  return seconds === 0
    ? 'Not throttled in the last ' + last.length + ' seconds.'
    : '▲ Throttled in ' + seconds + ' of the last ' + last.length + ' seconds (the bars at the bottom).';
}
