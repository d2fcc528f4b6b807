/** What others reach over HTTP: the query API, the live stream, health and metrics, and the dashboard. */
package org.tollwatch.serve;
