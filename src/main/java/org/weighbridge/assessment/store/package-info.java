/**
 * What assessments learnt, kept on disk by the content it was learnt from, so that nothing is
 * measured twice. Start at PointStore. May use what assessment uses.
 */
@NullMarked
package org.weighbridge.assessment.store;

import org.jspecify.annotations.NullMarked;
