/** What a cluster and this machine are asked before something is lost, and what to do about the answers. */
package org.tollwatch.doctor;
