package org.tollwatch.doctor;

import java.util.List;

/** Looks at one thing. May throw: then it could not be checked. */
interface Check {

    /** What is looked at, in a word or two. */
    String what();

    List<Finding> look() throws Exception;
}
