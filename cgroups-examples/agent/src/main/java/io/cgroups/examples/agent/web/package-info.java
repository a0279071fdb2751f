/** The page, the metrics and the interface behind them, on 127.0.0.1. */
@NullMarked
package io.cgroups.examples.agent.web;

import org.jspecify.annotations.NullMarked;
